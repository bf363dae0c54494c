package dev.callsheet.runtime.client.media;

import java.nio.file.Path;
import java.util.UUID;

/**
 * The account's storage of media: what is in it is used by its UUID in any number of requests.
 * Every call blocks until the server has answered, and is retried while that can help: storing
 * costs nothing.
 */
public interface MediaStorage {
  /**
   * Stores a file of any size, sent piece by piece.
   *
   * @throws dev.callsheet.runtime.client.error.MediaException if the file cannot be read, or the
   *     thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if the server does not take it
   */
  default StoredMedia upload(Path file) {
    return upload(Media.of(file));
  }

  /**
   * Stores media. Local media is sent piece by piece, never whole in memory; media at an address is
   * fetched by the server.
   *
   * @throws dev.callsheet.runtime.client.error.MediaException if the media cannot be read, or the
   *     thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if the server does not take it
   */
  StoredMedia upload(Media media);

  /**
   * Deletes media from the storage.
   *
   * @throws dev.callsheet.runtime.client.error.MediaException if the thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if the server does not delete it
   */
  void delete(UUID media);
}
