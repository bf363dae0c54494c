package dev.callsheet.sandbox.internal.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.jetty.util.resource.Resource;
import org.jspecify.annotations.Nullable;

/** Bytes in memory; Jetty's own class for this differs between 12.0 and 12.1. */
final class MediaResource extends Resource {
  private final URI uri;
  private final byte[] bytes;
  private final Instant made;

  MediaResource(URI uri, byte[] bytes, Instant made) {
    this.made = made;
    this.uri = uri;
    this.bytes = bytes;
  }

  @Override
  public @Nullable Path getPath() {
    return null;
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public boolean isDirectory() {
    return false;
  }

  @Override
  public boolean isReadable() {
    return true;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public Instant lastModified() {
    return made;
  }

  @Override
  public URI getURI() {
    return uri;
  }

  @Override
  public String getName() {
    return uri.toString();
  }

  @Override
  public String getFileName() {
    return Path.of(uri.getPath()).getFileName().toString();
  }

  @Override
  public @Nullable Resource resolve(String path) {
    return null;
  }

  @Override
  public InputStream newInputStream() {
    return new ByteArrayInputStream(bytes);
  }
}
