/**
 * The goals of the Maven plugin: {@code generate} turns specs into Java sources, {@code lint}
 * judges a project's request files. What a user did wrong is said in one message that names the
 * place; what was configured wrongly is said with what to write instead.
 */
@NullMarked
package dev.callsheet.maven;

import org.jspecify.annotations.NullMarked;
