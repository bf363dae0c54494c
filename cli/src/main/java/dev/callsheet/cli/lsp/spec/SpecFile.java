package dev.callsheet.cli.lsp.spec;

import dev.callsheet.cli.lsp.text.DocumentText;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One version of a YAML file that is open in an editor.
 *
 * @param uri by which the client knows it
 * @param path where it is stored, or would be
 */
public record SpecFile(String uri, Path path, DocumentText text) {
  private static final Pattern LANGUAGE = topLevel("callsheet");
  private static final Pattern MODEL = topLevel("model");
  private static final Pattern PLATFORM = topLevel("platform");
  private static final Pattern FRAGMENT = topLevel("fragment");

  /** Whether it says that it is a spec, and not YAML that is something else. */
  public boolean isSpec() {
    return has(LANGUAGE);
  }

  /** Whether it is checked alone: a model or a platform, and not a part of one. */
  boolean isModelOrPlatform() {
    return (has(MODEL) || has(PLATFORM)) && !has(FRAGMENT);
  }

  private boolean has(Pattern key) {
    return key.matcher(text.text()).find();
  }

  private static Pattern topLevel(String key) {
    return Pattern.compile("(?m)^[\"']?" + key + "[\"']?\\s*:");
  }
}
