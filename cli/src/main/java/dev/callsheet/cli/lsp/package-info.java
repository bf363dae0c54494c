/**
 * {@code callsheet lsp}: a language server for request files and specs. {@link
 * dev.callsheet.cli.lsp.LanguageServerProcess} is the front door.
 *
 * <p>Messages come in on one thread, which only changes the texts of documents; so the order of
 * changes is that of the client. What is asked about a document is answered on a second thread from
 * the text as it was when the question came ({@code OpenDocument.Version}). What is wrong with
 * documents is worked out on a third (request files, some milliseconds) and a fourth (specs, up to
 * seconds), a moment after the last change; what has been overtaken by another change is not
 * published.
 */
@NullMarked
package dev.callsheet.cli.lsp;

import org.jspecify.annotations.NullMarked;
