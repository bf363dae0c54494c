package dev.callsheet.generator.java;

import dev.callsheet.generator.internal.java.javadoc.JavadocComment;
import dev.callsheet.generator.internal.java.javadoc.JavadocHtml;
import dev.callsheet.generator.internal.java.type.JavaModel;

/** The front page of a model's package. */
final class PackageInfoGenerator {
  private PackageInfoGenerator() {}

  static String generate(JavaModel model) {
    return """
        %s
        @Generated
        @NullMarked
        @SuppressFBWarnings(value = {"EI_EXPOSE_REP", "EI_EXPOSE_REP2"}, justification = "Copies.")
        package %s;

        import dev.callsheet.runtime.support.Generated;
        import dev.callsheet.runtime.support.SuppressFBWarnings;
        import org.jspecify.annotations.NullMarked;
        """
        .formatted(
            comment(
                JavadocHtml.fromText(model.spec().metadata().name()),
                model.entry().canonicalName()),
            model.packageName());
  }

  private static String comment(String name, String entry) {
    return JavadocComment.at(0)
        .paragraph(name + ", ready to use: start at {@link " + entry + "}.")
        .toComment();
  }
}
