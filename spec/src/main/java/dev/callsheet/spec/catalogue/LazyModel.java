package dev.callsheet.spec.catalogue;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.parser.UncheckedSpecException;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlScalarFinder;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is parsed when it is first used: most runs of Callsheet use one model, or none. */
final class LazyModel implements Supplier<ModelSpec> {
  private final SpecParser parser;
  private final Supplier<SourceText> source;
  private @Nullable ModelSpec model;
  private @Nullable SpecException wrong;

  /**
   * A model.
   *
   * @param source its file, read when the model is parsed
   */
  LazyModel(SpecParser parser, Supplier<SourceText> source) {
    this.parser = parser;
    this.source = source;
  }

  /** The id of a file's model, found without parsing the file; empty when it is not to be found. */
  static Optional<String> idOf(SourceText source) {
    return YamlScalarFinder.find(source, "model", "id");
  }

  /**
   * The model.
   *
   * @throws UncheckedSpecException when its spec is wrong, each time
   */
  @Override
  public synchronized ModelSpec get() {
    if (model == null && wrong == null) {
      SourceText file = source.get();
      try {
        model = parser.parse(file.file(), file.text());
      } catch (SpecException e) {
        wrong = e;
      }
    }
    if (model == null) {
      throw new UncheckedSpecException(Objects.requireNonNull(wrong));
    }
    return model;
  }

  /** Whether its file has been parsed, with or without success. */
  synchronized boolean isParsed() {
    return model != null || wrong != null;
  }
}
