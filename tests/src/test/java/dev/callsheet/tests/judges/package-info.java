/**
 * Three judges of the same requests: the linter, which reads raw JSON; the generated checker, which
 * reads typed requests; the sandbox, which is asked over HTTP. They must never disagree.
 */
@NullMarked
package dev.callsheet.tests.judges;

import org.jspecify.annotations.NullMarked;
