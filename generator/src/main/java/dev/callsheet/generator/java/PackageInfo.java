package dev.callsheet.generator.java;

import dev.callsheet.generator.java.prose.Markup;
import dev.callsheet.generator.java.type.JavaModel;

/** The front page of a model's package. */
final class PackageInfo {
  private PackageInfo() {}

  static String of(JavaModel model) {
    return """
        /** %s, ready to use: start at {@link %s}. */
        @Generated("dev.callsheet")
        @NullMarked
        package %s;

        import javax.annotation.processing.Generated;
        import org.jspecify.annotations.NullMarked;
        """
        .formatted(
            Markup.of(model.spec().identity().name()),
            model.entry().canonicalName(),
            model.packageName());
  }
}
