/**
 * Java sources from a model's spec: an entry class, an immutable request with its builder, a
 * checker and a result. {@link dev.callsheet.generator.java.JavaGenerator} is the front door;
 * {@link dev.callsheet.generator.java.SourceTree} writes what it makes.
 */
@NullMarked
package dev.callsheet.generator.java;

import org.jspecify.annotations.NullMarked;
