/**
 * Validates request files. {@link dev.callsheet.linter.Linter} lints one input, {@link
 * dev.callsheet.linter.LintRunner} many of them in parallel; {@link
 * dev.callsheet.linter.session.LintSession} adds fixes, filters, reports and coverage, and is what
 * most callers want.
 *
 * <p>A wrong request takes this way from its file to the printed finding:
 *
 * <ol>
 *   <li>{@code RequestFileFinder} finds the file by what a user named. {@code LintSession.run}
 *       makes the fixes that were asked for, opens the reports, builds the chain of sinks ({@code
 *       baseline.FindingFilter}), and hands the inputs to {@code LintRunner}.
 *   <li>{@code LintExecutor} schedules the file: one of up to 1 MB is linted ahead of its turn by a
 *       worker and becomes a {@code PrefetchedResult}; a large one is linted in its turn by all
 *       workers.
 *   <li>{@code Linter} decides how to read it: up to 64 KB as a whole; a larger file of lines by
 *       {@code internal.stream.LineStreamLinter}, chunk by chunk; a larger file of one JSON value
 *       by {@code internal.stream.LargeDocumentLinter}, task by task.
 *   <li>A {@code internal.scan.RequestScanner}, in practice {@code internal.fastpath.FastPath},
 *       reads the bytes once and returns {@code FlaggedRegions}: the request is not valid for
 *       certain, so it is flagged. Valid requests end here, unless a {@code TaskObserver} has to
 *       see every task.
 *   <li>What is flagged is decoded ({@code internal.input.DecodedText}): a small file whole, a
 *       large one around its flagged regions only. {@code internal.document.DocumentLinter} has it
 *       parsed by {@code internal.json.JsonDocumentReader} into a tree with the offset of each key
 *       and value.
 *   <li>{@code validation.RequestValidator} finds the model that the request, or the envelope
 *       around it, names in the catalogue, and has the tree validated by the model's {@code
 *       ModelValidator} (module spec). The result is a list of violations: a problem as data, and
 *       JSON pointers. A {@code TaskObserver}, such as {@code coverage.Coverage}, sees the tree and
 *       the result.
 *   <li>{@code DocumentLinter} adds what is no rule of a model: keys of an account ({@code
 *       SecretDetector}) and keys that are there twice. It keeps each violation as a {@code
 *       PendingFinding}, with the offset that its pointer leads to and {@code FixSuggestions} that
 *       are worked out only when a report asks for them ({@code
 *       internal.repair.FixSuggestionFactory}).
 *   <li>When the region is done, its pending findings are sorted by offset, and {@code
 *       PendingFinding.toFinding} makes of each, by {@code internal.input.LineIndexedText} and
 *       {@code ExcerptCutter}, a {@link dev.callsheet.linter.finding.Finding}: file, line, column,
 *       and the line itself, with secrets covered ({@code DocumentSecrets}).
 *   <li>The finding goes through the chain of {@link dev.callsheet.linter.LintSink}s, on one thread
 *       and in the order of the inputs: the caller's observer, {@code baseline.SuppressionFilter},
 *       {@code baseline.BaselineFilter}, and at the end {@code report.ReportingSink}, which counts
 *       it.
 *   <li>{@code ReportingSink} writes it to every {@code report.LintReport}. {@code TextReport} has
 *       it printed by {@code FindingTextWriter}, with a caret below the place.
 *   <li>After the last input, {@code LintSession} finishes the reports and decides by the counts
 *       whether the run has failed.
 * </ol>
 */
@NullMarked
package dev.callsheet.linter;

import org.jspecify.annotations.NullMarked;
