package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.spec.model.SandboxDescription.FileRequest;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores callers' files: sent with the request for it, or afterwards to an address that its reply
 * names.
 */
public final class FileUploads {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_EXPECTED = 10_000;

  private final MediaStore media;
  private final URI base;

  /**
   * The names of files that were announced, the latest of them: whoever announces need not send.
   */
  private final Set<String> expected =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MAX_EXPECTED;
                }
              }));

  /**
   * A place for files, without any.
   *
   * @param base what comes before a file's name in the address that it is sent to
   */
  public FileUploads(MediaStore media, URI base) {
    this.media = media;
    this.base = base;
  }

  /** The reply to a request that stores a file. */
  JsonNode request(FileRequest request, PlatformCall call) {
    UUID id = UUID.randomUUID();
    if (!store(id, call)) {
      expected.add(id.toString());
    }
    return filled(
        request.reply(),
        Map.of(
            "{id}", id.toString(),
            "{file}", media.addressOf(id).toString(),
            "{upload}", base.resolve(id.toString()).toString()));
  }

  /** Whether a file was announced, and is not there yet. */
  boolean isExpected(String name) {
    return expected.contains(name);
  }

  /** Stores a file that was announced; returns whether it was. */
  boolean receive(String name, String contentType, byte[] body) {
    if (!expected.remove(name)) {
      return false;
    }
    media.upload(
        UUID.fromString(name),
        MultipartForm.parse(contentType, body)
            .flatMap(MultipartForm::file)
            .map(MultipartForm.Part::bytes)
            .orElse(body));
    return true;
  }

  private boolean store(UUID id, PlatformCall call) {
    Optional<MultipartForm.Part> file =
        MultipartForm.parse(call.header("Content-Type").orElse(""), call.body())
            .flatMap(MultipartForm::file);
    file.ifPresent(part -> media.upload(id, part.bytes()));
    return file.isPresent();
  }

  private static JsonNode filled(JsonNode template, Map<String, String> names) {
    if (template instanceof ObjectNode object) {
      ObjectNode filled = JSON.objectNode();
      object.properties().forEach(one -> filled.set(one.getKey(), filled(one.getValue(), names)));
      return filled;
    }
    if (template instanceof ArrayNode list) {
      ArrayNode filled = JSON.arrayNode();
      list.forEach(item -> filled.add(filled(item, names)));
      return filled;
    }
    if (!template.isString()) {
      return template;
    }
    String text = template.stringValue();
    for (Map.Entry<String, String> name : names.entrySet()) {
      text = text.replace(name.getKey(), name.getValue());
    }
    return JSON.stringNode(text);
  }
}
