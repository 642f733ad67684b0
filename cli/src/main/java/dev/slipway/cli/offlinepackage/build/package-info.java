/** From a recipe to a package image, component by component, each kept once it is whole. */
@NullMarked
package dev.slipway.cli.offlinepackage.build;

import org.jspecify.annotations.NullMarked;
