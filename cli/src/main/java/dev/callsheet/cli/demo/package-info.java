/**
 * {@code callsheet demo}: the whole way from a spec to a file on disk, stage by stage, on the
 * embedded sandbox. Everything it shows was computed in front of the reader.
 */
@NullMarked
package dev.callsheet.cli.demo;

import org.jspecify.annotations.NullMarked;
