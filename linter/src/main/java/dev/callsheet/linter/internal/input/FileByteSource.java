package dev.callsheet.linter.internal.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, read on demand. */
public final class FileByteSource implements ByteSource, Closeable {
  private final FileChannel channel;

  public FileByteSource(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int read(long position, byte[] into, int at, int length) throws IOException {
    return channel.read(ByteBuffer.wrap(into, at, length), position);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
