package dev.callsheet.sandbox.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of a sandbox in another process. */
record LedgerPage(JsonNode page) {
  static LedgerPage of(URI ledger) throws IOException, InterruptedException {
    var reply =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ledger + "?limit=10000")).build(),
                BodyHandlers.ofString());
    return new LedgerPage(new JsonMapper().readTree(reply.body()));
  }

  Set<UUID> tasks() {
    return page.path("tasks").propertyNames().stream()
        .map(UUID::fromString)
        .collect(Collectors.toSet());
  }

  /** How often a kind of entry stands in a task's account. */
  int count(UUID task, String kind) {
    return page.path("tasks").path(task.toString()).path(kind).asInt();
  }

  int count(String kind) {
    return tasks().stream().mapToInt(task -> count(task, kind)).sum();
  }

  /** The media UUIDs of the results that were fetched of a task. */
  Set<String> downloadedMedia(UUID task) {
    var media = new TreeSet<String>();
    for (var entry : page.path("entries")) {
      if (entry.path("kind").asString().equals("download")
          && entry.path("taskUUID").asString().equals(task.toString())) {
        media.add(entry.path("note").asString().replaceAll("result (.*) fetched", "$1"));
      }
    }
    return media;
  }
}
