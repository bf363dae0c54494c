package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bundled model, parsed when it is first used: most runs of Callsheet use one model, or none. */
final class LazyBundledModel implements Supplier<ModelSpec> {
  private static final Pattern ID = Pattern.compile("(?m)^  id: ([\"']?)(\\S+?)\\1$");

  private final SpecFiles files;
  private final String file;
  private @Nullable ModelSpec model;

  /**
   * A model.
   *
   * @param files the bundled files
   * @param file the name of its file, relative to the root
   */
  LazyBundledModel(SpecFiles files, String file) {
    this.files = files;
    this.file = file;
  }

  /** The model's id, found without parsing: it is on a line of its own. */
  static String idOf(SourceText source) {
    Matcher id = ID.matcher(source.text());
    if (!id.find()) {
      throw new IllegalStateException(source.file() + " says no id");
    }
    return id.group(2);
  }

  @Override
  public synchronized ModelSpec get() {
    if (model == null) {
      SourceText source = files.find(SpecFiles.withoutEnding(file)).orElseThrow();
      try {
        model = SpecParser.forBundledSpecs(files).parse(source.file(), source.text());
      } catch (SpecException wrong) {
        throw new IllegalStateException(wrong);
      }
    }
    return model;
  }
}
