package dev.callsheet.runtime.internal.media;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A task of type {@code mediaStorage}, as the API wants it. */
@JsonPropertyOrder({"taskType", "taskUUID", "operation", "media"})
record MediaStorageTask(String taskType, UUID taskUUID, String operation, String media) {
  /** Stores an address, a data URI or Base64. */
  static MediaStorageTask upload(String media) {
    return of("upload", media);
  }

  /** The body that stores local media as a data URI. */
  static MediaUploadBody uploadBody(LocalMedia media) {
    var json = WireJson.MAPPER.writeValueAsString(List.of(upload("")));
    var hole = json.lastIndexOf("\"\"") + 1;
    return MediaUploadBody.ofDataUri(
        json.substring(0, hole).getBytes(StandardCharsets.UTF_8),
        media,
        json.substring(hole).getBytes(StandardCharsets.UTF_8));
  }

  /** Deletes what is stored under a UUID. */
  static MediaStorageTask delete(UUID media) {
    return of("delete", media.toString());
  }

  private static MediaStorageTask of(String operation, String media) {
    return new MediaStorageTask("mediaStorage", UUID.randomUUID(), operation, media);
  }
}
