package dev.callsheet.generator.java;

import dev.callsheet.generator.java.prose.Javadoc;
import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;

/** The front page of a model's package. */
final class PackageInfo {
  private PackageInfo() {}

  static String of(JavaModel model) {
    return """
        %s
        @Generated("dev.callsheet")
        @NullMarked
        package %s;

        import javax.annotation.processing.Generated;
        import org.jspecify.annotations.NullMarked;
        """
        .formatted(
            comment(Markup.of(model.spec().identity().name()), model.entry().canonicalName()),
            model.packageName());
  }

  private static String comment(String name, String entry) {
    return Javadoc.at(0)
        .paragraph(name + ", ready to use: start at {@link " + entry + "}.")
        .toComment();
  }
}
