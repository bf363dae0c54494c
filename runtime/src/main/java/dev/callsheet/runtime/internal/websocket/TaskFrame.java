package dev.callsheet.runtime.internal.websocket;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.wire.ApiReply.ParsedReply;
import dev.callsheet.runtime.internal.wire.ReplyItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one frame says of one task. */
record TaskFrame(List<ReplyItem> items, List<ApiError> errors) {
  private TaskFrame() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  /** The tasks that a frame names, each with what it says of it. */
  static Map<UUID, TaskFrame> byTask(ParsedReply frame) {
    var frames = new LinkedHashMap<UUID, TaskFrame>();
    for (var item : frame.items()) {
      if (item.taskUUID() != null) {
        frames.computeIfAbsent(item.taskUUID(), task -> new TaskFrame()).items.add(item);
      }
    }
    for (var error : frame.errors()) {
      if (error.job() != null) {
        frames.computeIfAbsent(error.job(), task -> new TaskFrame()).errors.add(error);
      }
    }
    return frames;
  }

  /**
   * The errors that report a result; the others answer a request, and nobody knows which when none
   * is under way.
   */
  List<ApiError> failures() {
    return errors.stream()
        .filter(error -> error.raw().path("status").asString("").equals("error"))
        .toList();
  }
}
