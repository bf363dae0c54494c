package dev.callsheet.spec.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a sandbox of a platform has to know that our client has not: what other clients send, and
 * look for.
 *
 * @param submit further requests that make a task, each a method and a path
 * @param hold by what a client has the reply to a submission held; null where it cannot
 * @param target the header in which a client that asks through a proxy names the address that it
 *     means; null where there is none
 * @param headers headers of all replies about a task, in which {@code {id}} stands for its name
 * @param parts where the files of a form stand in the JSON that says the same: locators by the
 *     names of the parts
 * @param files the requests that store a file
 */
public record SandboxDescription(
    List<String> submit,
    @Nullable Hold hold,
    @Nullable String target,
    Map<String, String> headers,
    Map<String, String> parts,
    List<FileRequest> files) {
  /** Of a platform whose file says nothing of it. */
  public static final SandboxDescription NONE =
      new SandboxDescription(List.of(), null, null, Map.of(), Map.of(), List.of());

  /** Copies the lists, so that a description never changes. */
  public SandboxDescription {
    submit = List.copyOf(submit);
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    files = List.copyOf(files);
  }

  /**
   * By what a client has the reply to a submission held until the task ends.
   *
   * @param header its name
   * @param pattern a regular expression over its value, whose first group is the number of seconds
   * @param unless how long where it says no number
   */
  public record Hold(String header, String pattern, Duration unless) {}

  /**
   * A request that stores a file, or that asks where to send one.
   *
   * @param request its method and path or address
   * @param reply what it is answered with, in which {@code {id}} stands for the file's name, {@code
   *     {file}} for the address where it can be fetched and {@code {upload}} for the one that it is
   *     to be sent to
   */
  public record FileRequest(String request, JsonNode reply) {}
}
