/** Tests of the model of specs. */
@NullMarked
package dev.callsheet.spec.model;

import org.jspecify.annotations.NullMarked;
