package dev.callsheet.sandbox.internal.state;

import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Keeps nothing. */
final class NoState implements SandboxState {
  @Override
  public void put(Section section, String owner, String name, Supplier<JsonNode> value) {}

  @Override
  public void forget(Section section, String owner) {}

  @Override
  public void forget(Section section, String owner, String name) {}

  @Override
  public void clear() {}

  @Override
  public void restore(Section section, Reader reader) {}

  @Override
  public void putFile(String name, byte[] content) {}

  @Override
  public Optional<byte[]> file(String name) {
    return Optional.empty();
  }

  @Override
  public void deleteFile(String name) {}

  @Override
  public Optional<String> warning() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
