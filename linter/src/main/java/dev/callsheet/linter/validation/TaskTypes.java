package dev.callsheet.linter.validation;

import java.util.List;
import java.util.Set;

/** The task types of the platform. */
final class TaskTypes {
  /** Those that never name a model; the platform validates them. */
  static final Set<String> WITHOUT_MODEL =
      Set.of(
          "accountManagement",
          "authentication",
          "getResponse",
          "getTaskDetails",
          "imageUpload",
          "mediaStorage",
          "modelSearch",
          "modelUpload",
          "ping");

  /** Those that may do without a model. */
  static final Set<String> WITH_OPTIONAL_MODEL =
      Set.of("caption", "controlNetPreprocess", "imageMasking", "promptEnhance", "training");

  /** Those that need a model: every published schema of theirs requires one. */
  static final List<String> WITH_REQUIRED_MODEL =
      List.of(
          "3dInference",
          "audioInference",
          "imageInference",
          "removeBackground",
          "textInference",
          "upscale",
          "vectorize",
          "videoInference");

  private TaskTypes() {}
}
