package dev.callsheet.runtime.client.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells results apart, so that the same one read twice counts once and two alike ones count twice.
 * Every poll answers with all results so far, in any order.
 */
public final class ItemKeys {
  /** What may change of a result between two answers. */
  private static final List<String> PASSING = List.of("status", "progress", "cost", "taskUUID");

  private ItemKeys() {}

  /**
   * The items of one answer by their keys: the media's UUID; else its address without the query,
   * which may be signed anew each time; else the content, numbered among its equals.
   */
  public static Map<String, Item> of(List<Item> items) {
    var keyed = new LinkedHashMap<String, Item>();
    var seen = new HashMap<String, Integer>();
    for (var item : items) {
      var media = new MediaFields(item.json());
      if (!media.uuids().isEmpty()) {
        keyed.putIfAbsent("uuid " + media.uuids(), item);
      } else if (!media.urls().isEmpty()) {
        keyed.putIfAbsent(
            "url " + media.urls().stream().map(ItemKeys::withoutQuery).toList(), item);
      } else {
        var content = digest(item);
        keyed.put("content " + content + " " + seen.merge(content, 1, Integer::sum), item);
      }
    }
    return keyed;
  }

  private static String withoutQuery(String url) {
    return url.split("[?#]", 2)[0];
  }

  private static String digest(Item item) {
    var lasting = item.json().deepCopy().remove(PASSING);
    try {
      var bytes = lasting.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
