/** Proof across modules: that the floors hold, and that all who judge a request agree. */
@NullMarked
package dev.callsheet.tests;

import org.jspecify.annotations.NullMarked;
