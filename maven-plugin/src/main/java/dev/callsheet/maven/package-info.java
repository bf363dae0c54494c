/**
 * The goals of the Maven plugin: {@code generate} makes Java sources from specs, {@code check}
 * checks specs, {@code lint} validates request files, {@code sandbox-start} and {@code
 * sandbox-stop} run a sandbox during integration tests. A wrong setting ends in one message with
 * what to write instead.
 */
@NullMarked
package dev.callsheet.maven;

import org.jspecify.annotations.NullMarked;
