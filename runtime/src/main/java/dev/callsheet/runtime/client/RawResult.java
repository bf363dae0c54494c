package dev.callsheet.runtime.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.callsheet.runtime.ModelResult;
import dev.callsheet.runtime.internal.wire.MediaAddress;
import dev.callsheet.runtime.internal.wire.MediaFields;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A result as the server wrote it, of a model that no type was generated for. The media is found
 * whatever its kind: {@code videoURL}, {@code imageBase64Data}, {@code outputs.files} and so on. An
 * address or a UUID that is none counts as missing.
 *
 * @param json the whole result
 */
public record RawResult(@JsonValue JsonNode json) implements ModelResult {
  /** Reads a result. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RawResult {}

  @Override
  public @Nullable UUID mediaUUID() {
    return new MediaFields(json).uuid().orElse(null);
  }

  @Override
  public @Nullable URI mediaURL() {
    return new MediaFields(json).url().flatMap(MediaAddress::parse).orElse(null);
  }

  @Override
  public @Nullable String mediaBase64Data() {
    return new MediaFields(json).base64Data().orElse(null);
  }

  @Override
  public @Nullable String mediaDataURI() {
    return new MediaFields(json).dataURI().orElse(null);
  }
}
