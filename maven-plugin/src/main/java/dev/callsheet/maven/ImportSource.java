package dev.callsheet.maven;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** A published model and the spec that is made of it; Maven sets the fields. */
public final class ImportSource {
  /** What the platform publishes: a schema, or a documentation page in Markdown. */
  private @Nullable File published;

  /** The page of the same model, where {@code published} is its schema; may be left out. */
  private @Nullable File page;

  /** The file of the spec. */
  private @Nullable File spec;

  /** The model's identifier: where the file does not say it, and to choose one of several. */
  private String model = "";

  /** The platform that publishes the file, where its form does not tell it. */
  private String platform = "";

  @Nullable File published() {
    return published;
  }

  @Nullable File page() {
    return page;
  }

  @Nullable File spec() {
    return spec;
  }

  String model() {
    return model;
  }

  String platform() {
    return platform;
  }
}
