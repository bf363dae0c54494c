package dev.callsheet.sandbox.internal.service;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a request is for, which decides the wire faults that apply to it. */
public enum RequestKind {
  /** It submits at least one task for a model. */
  SUBMIT,
  /** It asks for results, and submits nothing. */
  POLL,
  /** It fetches media. */
  MEDIA,
  /** It does neither. */
  OTHER;

  /** What a request with these tasks is for. */
  public static RequestKind of(List<JsonNode> tasks) {
    boolean polls = false;
    for (JsonNode task : tasks) {
      switch (task.path("taskType").asString("")) {
        case "getResponse" -> polls = true;
        case "accountManagement",
            "authentication",
            "getTaskDetails",
            "imageUpload",
            "mediaStorage",
            "modelSearch",
            "ping" -> {}
        default -> {
          return SUBMIT;
        }
      }
    }
    return polls ? POLL : OTHER;
  }
}
