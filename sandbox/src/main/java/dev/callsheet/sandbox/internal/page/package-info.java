/** The page at {@code /}: live tasks, exchanges, faults, and what a workbench adds. */
@NullMarked
package dev.callsheet.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
