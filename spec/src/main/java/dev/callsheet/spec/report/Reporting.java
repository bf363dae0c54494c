package dev.callsheet.spec.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.exc.JacksonIOException;

/** Counts what a run finds, and has it written in every form that is wanted. */
public final class Reporting implements LintSink {
  private final List<? extends Report> reports;
  private final long limit;
  private int files;
  private long requests;
  private long errors;
  private long warnings;
  private int unreadable;

  /**
   * Writes these reports.
   *
   * @param limit how many findings they show; more are counted only
   */
  public Reporting(List<? extends Report> reports, long limit) {
    this.reports = List.copyOf(reports);
    this.limit = limit;
  }

  /** Writes these reports, whatever is found. */
  public Reporting(List<? extends Report> reports) {
    this(reports, Long.MAX_VALUE);
  }

  @Override
  public void found(Finding finding) {
    if (finding.severity() == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
    if (errors + warnings <= limit) {
      write(report -> report.finding(finding));
    }
  }

  @Override
  public void judged(String name, long count) {
    files++;
    requests += count;
    write(report -> report.judged(name, count));
  }

  @Override
  public void unreadable(Unreadable input) {
    unreadable++;
    write(report -> report.unreadable(input));
  }

  /** Ends the reports; nothing may come after. */
  public Summary end() {
    Summary summary = summary();
    write(report -> report.end(summary));
    return summary;
  }

  /** The figures so far. */
  public Summary summary() {
    long omitted = Math.max(0, errors + warnings - limit);
    return new Summary(files, requests, errors, warnings, omitted, unreadable);
  }

  private void write(Writing writing) {
    try {
      for (Report report : reports) {
        writing.to(report);
      }
    } catch (IOException e) {
      throw failed(e);
    } catch (JacksonIOException e) {
      throw failed(Objects.requireNonNull(e.getCause()));
    }
  }

  private static UncheckedIOException failed(IOException cause) {
    return new UncheckedIOException("a report could not be written: " + cause.getMessage(), cause);
  }

  private interface Writing {
    void to(Report report) throws IOException;
  }
}
