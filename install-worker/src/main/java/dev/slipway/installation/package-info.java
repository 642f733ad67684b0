/** The worker that makes a cluster of hosts: its workflows read as the story, its parts are the packages below. */
@NullMarked
package dev.slipway.installation;

import org.jspecify.annotations.NullMarked;
