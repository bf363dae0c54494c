package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.spec.analysis.ModeProfile;

/**
 * A mode as Java.
 *
 * @param profile what the mode requires, allows and forbids
 * @param name of the class that puts its requests together
 */
public record ModeBuilderClass(ModeProfile profile, ClassName name) {}
