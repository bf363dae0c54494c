/**
 * Writes what a user of a model starts from: its entry class, with a way in for each mode, and for
 * each mode a class that puts a request together. Such a class asks first, stage by stage, for what
 * the mode requires ({@link dev.callsheet.generator.internal.java.stagedbuilder.BuilderStages});
 * what the mode forbids, it does not have ({@link
 * dev.callsheet.generator.internal.java.stagedbuilder.RemainingProperties}). Which is which, the
 * analyser has worked out from the rules.
 */
@NullMarked
package dev.callsheet.generator.internal.java.stagedbuilder;

import org.jspecify.annotations.NullMarked;
