package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.internal.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells results apart, so that the same one read twice counts once and two alike ones count twice.
 * Every poll answers with all results so far, in any order.
 */
public final class ReplyItemKeys {
  /** What may change of a result between two answers. */
  private static final List<String> VOLATILE_FIELDS =
      List.of("status", "progress", "cost", "taskUUID");

  private ReplyItemKeys() {}

  /**
   * The items of one answer by their keys: the media's UUID; else its address without the query,
   * which may be signed anew each time; else the content, numbered among its equals.
   */
  public static Map<String, ReplyItem> of(List<ReplyItem> items) {
    var keyed = new LinkedHashMap<String, ReplyItem>();
    var seen = new HashMap<String, Integer>();
    for (var item : items) {
      var media = new MediaFields(item.json());
      if (!media.uuids().isEmpty()) {
        keyed.putIfAbsent("uuid " + media.uuids(), item);
      } else if (!media.urls().isEmpty()) {
        keyed.putIfAbsent(
            "url " + media.urls().stream().map(ReplyItemKeys::withoutQuery).toList(), item);
      } else {
        var content = contentHash(item);
        keyed.put("content " + content + " " + seen.merge(content, 1, Integer::sum), item);
      }
    }
    return keyed;
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }

  private static String contentHash(ReplyItem item) {
    var lasting = item.json().objectNode().setAll(item.json());
    lasting.remove(VOLATILE_FIELDS);
    return Sha256.hex(lasting.toString().getBytes(StandardCharsets.UTF_8), 32);
  }
}
