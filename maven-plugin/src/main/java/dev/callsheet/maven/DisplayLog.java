package dev.callsheet.maven;

import dev.callsheet.runtime.internal.messages.DisplayText;
import org.apache.maven.plugin.logging.Log;

/**
 * The log of the build, in which every message is one line, whatever texts of others it holds.
 *
 * @param log receives the messages
 */
record DisplayLog(Log log) implements Log {
  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    log.debug(line(content));
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    log.debug(line(content), error);
  }

  @Override
  public void debug(Throwable error) {
    log.debug(error);
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    log.info(line(content));
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    log.info(line(content), error);
  }

  @Override
  public void info(Throwable error) {
    log.info(error);
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    log.warn(line(content));
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    log.warn(line(content), error);
  }

  @Override
  public void warn(Throwable error) {
    log.warn(error);
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    log.error(line(content));
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    log.error(line(content), error);
  }

  @Override
  public void error(Throwable error) {
    log.error(error);
  }

  private static String line(CharSequence content) {
    return DisplayText.line(content.toString());
  }
}
