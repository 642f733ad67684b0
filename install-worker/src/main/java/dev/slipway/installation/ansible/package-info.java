/** Runs one playbook per phase and tells what each task did; Ansible is known nowhere else. */
@NullMarked
package dev.slipway.installation.ansible;

import org.jspecify.annotations.NullMarked;
