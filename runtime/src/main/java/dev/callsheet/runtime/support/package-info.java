/**
 * What generated checkers are made of: predicates that take a parameter which may be absent, the
 * forms a text can have, and a list of violations that costs nothing while it is empty.
 */
@NullMarked
package dev.callsheet.runtime.support;

import org.jspecify.annotations.NullMarked;
