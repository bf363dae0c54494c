/** Tests of the tests. */
@NullMarked
package dev.callsheet.junit;

import org.jspecify.annotations.NullMarked;
