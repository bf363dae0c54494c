package dev.callsheet.runtime.client.media;

import dev.callsheet.runtime.client.CallsheetClient;
import java.net.URI;
import java.nio.file.Path;

/** Stores a file: a program of its own, to be run with little memory. */
final class LargeUpload {
  private LargeUpload() {}

  /** The endpoint and the file. */
  public static void main(String[] arguments) {
    try (var client =
        CallsheetClient.builder().endpoint(URI.create(arguments[0])).apiKey("any").build()) {
      System.out.print(client.media().upload(Path.of(arguments[1])).mediaUUID());
    }
  }
}
