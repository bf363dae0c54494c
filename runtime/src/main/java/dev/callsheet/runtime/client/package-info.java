/**
 * Sends requests and brings back results: {@link dev.callsheet.runtime.client.CallsheetClient}
 * submits a task, a {@link dev.callsheet.runtime.client.job.Job} follows it, and every {@link
 * dev.callsheet.runtime.client.job.Delivery} can be downloaded.
 *
 * <p>The walk of one job, from {@code submit} to a file on disk. Unless another package is named,
 * the classes are in {@code dev.callsheet.runtime.internal.job}.
 *
 * <ol>
 *   <li>{@code CallsheetClient.submit(request)} hands the request to {@code JobPipeline.submit},
 *       which orders the steps up to <i>follow</i>.
 *   <li><b>Prepare.</b> {@code PrepareStep} validates the request with its model's checker, and the
 *       platform's {@code Protocol} writes it as the bytes that every attempt sends.
 *   <li><b>Budget.</b> {@code BudgetLedger} (client.budget) reserves the most that the request may
 *       cost. {@code JobRegistry} makes sure that there is one {@code ActiveJob} for the task, and
 *       the caller gets a {@code FollowedJob}, the {@code Job} of the API.
 *   <li><b>Journal.</b> {@code JournalStep} writes the task through {@code JournalWriter} to the
 *       session of the journal. {@code FileJournalSession} (internal.journal) gathers what several
 *       jobs write at a time ({@code GroupCommit}, client.journal), and has {@code SessionJournal}
 *       and {@code JournalFile} put it on disk. Only then does the job continue, on the client's
 *       {@code EventLoop} (internal.loop).
 *   <li><b>Submit.</b> {@code TaskSubmission} sends the bytes: {@code RequestScheduler}
 *       (internal.transport) queues them, the platform's {@code Transport}, such as {@code
 *       HttpTransport} (internal.runware) or {@code WebSocketTransport} (internal.websocket),
 *       carries them, {@code ApiReplyReader} (internal.wire) reads the reply, and the {@code
 *       Protocol} says what it means ({@code SubmissionStatus}, internal.wire): accepted, refused,
 *       or unknown, and then the task is asked for, or sent again, if the platform makes that safe.
 *       The comment of {@code TaskSubmission} explains why a task is paid for only once.
 *   <li><b>Follow.</b> {@code Poller} asks for the task at the intervals of its {@code
 *       PollSchedule}, together with other jobs, until it ends. A webhook or a notification over
 *       the WebSocket reports the same without being asked. Each report is a {@code TaskUpdate}
 *       (internal.wire).
 *   <li>Each of these makes a {@code JobEvent} of the {@code ActiveJob}. {@code JobState.apply}, a
 *       pure function, says what follows from it, and {@code ActiveJob.handle} has the effects take
 *       place: {@code JournalEntries} are written, new results are read (<b>Collect</b>), and when
 *       the job has ended, its budget is settled (<b>Settle</b>) and its future completed; {@code
 *       EventDispatcher} calls the listeners last.
 *   <li><b>Collect.</b> {@code ResultCollector} reads each delivered item, once, into the result
 *       type of the model, as a {@code DownloadableDelivery}: without the fields that {@code
 *       ResultReader} (internal.wire) cannot read.
 *   <li><b>Settle.</b> When the last result is known, {@code SettleStep} replaces the reservation
 *       by what the job cost. {@code Job.await} returns.
 *   <li>{@code Delivery.download} calls {@code Downloader} (internal.download): {@code FileFetcher}
 *       fetches the address into a temporary file, resumed where the connection broke ({@code
 *       ResumableTransfer}), {@code MediaVerification} makes sure that it is the media, and {@code
 *       TargetFile} moves the complete file to its name. {@code JobAcknowledgement} then tells the
 *       journal that the job may be forgotten.
 * </ol>
 *
 * <p>What a server says may be anything. It becomes data in {@code ApiReplyReader}, which throws
 * nothing; and every step runs where a failure of it ends no more than that step ({@code
 * ActiveJob.runStep}, {@code Poller}, {@code RequestScheduler}): slots are given back, and the loop
 * goes on.
 *
 * <p>A job that {@code CallsheetClient.resume} takes up from the journal enters at <b>Journal</b>,
 * and so does one that {@code CallsheetClient.attach} follows, with nothing to send.
 */
@NullMarked
package dev.callsheet.runtime.client;

import org.jspecify.annotations.NullMarked;
