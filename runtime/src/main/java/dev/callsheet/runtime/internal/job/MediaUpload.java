package dev.callsheet.runtime.internal.job;

import dev.callsheet.runtime.client.media.LocalMedia;
import dev.callsheet.runtime.client.media.RemoteMedia;

/** Stores files with a platform, so that requests can name them. */
@FunctionalInterface
public interface MediaUpload {
  /**
   * Stores a file; blocks until the platform has it.
   *
   * @return what stands for it in requests
   * @throws dev.callsheet.runtime.client.error.MediaException if the file is too large or cannot be
   *     read, or the thread is interrupted
   * @throws dev.callsheet.runtime.client.error.ApiException if the platform does not take it
   */
  RemoteMedia store(LocalMedia media);
}
