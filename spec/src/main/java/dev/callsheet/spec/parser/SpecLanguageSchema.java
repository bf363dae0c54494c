package dev.callsheet.spec.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of spec files, for editors. */
public final class SpecLanguageSchema {
  private SpecLanguageSchema() {}

  /** The text of the schema, which describes every kind of spec file. */
  public static String text() {
    try (InputStream in =
        Objects.requireNonNull(
            SpecLanguageSchema.class.getResourceAsStream(MetaSchema.RESOURCE),
            MetaSchema.RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
