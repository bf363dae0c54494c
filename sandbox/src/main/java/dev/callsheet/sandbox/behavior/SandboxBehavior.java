package dev.callsheet.sandbox.behavior;

import java.time.Duration;
import java.util.List;

/**
 * How a sandbox behaves where the real API leaves a choice.
 *
 * @param acknowledgment what {@code data} holds when a task is accepted
 * @param syncWindow how long the reply to a submission waits for results
 * @param failurePlacement where a poll reports a result that failed to render
 * @param resultOrder the order of a task's results in the reply to a poll
 * @param stagger how much later each result of a task is finished than the one before it
 * @param unknownTask the reply to a poll for a task that was never submitted
 * @param unknownMedia what becomes of a task whose input is a UUID that nothing is stored under
 * @param unknownModel what becomes of a task for a model that no spec describes, on platforms other
 *     than Runware
 * @param legacyNames what becomes of a task with names of earlier days
 * @param conflictWindow how long a task's UUID cannot be used again
 * @param mixedStatus the HTTP status when only some tasks are accepted
 * @param emptyErrors whether a reply without errors has the key
 * @param errorParameterForm how an error names its parameters
 * @param uuidCheck which UUIDs a task may have
 * @param webhookBody the form of what is sent to a webhook
 * @param webhookOrder the order in which a task's results are sent there
 * @param webhookCopies how often each result is sent there, though it was confirmed; at least 1
 * @param webhookNotice whether the webhook is notified of a task before it has results
 * @param renderFailure how many results of every task fail, and how
 * @param webSocket how it behaves over WebSocket
 * @param wireFaults wire faults, in the order in which they are applied
 * @param faultInjection random wire faults
 */
public record SandboxBehavior(
    AcknowledgmentForm acknowledgment,
    Duration syncWindow,
    FailurePlacement failurePlacement,
    ResultOrder resultOrder,
    Duration stagger,
    UnknownTaskPolicy unknownTask,
    UnknownMediaPolicy unknownMedia,
    UnknownModelPolicy unknownModel,
    LegacyNamePolicy legacyNames,
    ConflictWindow conflictWindow,
    MixedStatus mixedStatus,
    EmptyErrors emptyErrors,
    ErrorParameterForm errorParameterForm,
    UuidCheck uuidCheck,
    WebhookBody webhookBody,
    WebhookOrder webhookOrder,
    int webhookCopies,
    WebhookNotice webhookNotice,
    RenderFailure renderFailure,
    WebSocketBehavior webSocket,
    List<WireFault> wireFaults,
    FaultInjection faultInjection) {

  /** Copies the list. */
  public SandboxBehavior {
    wireFaults = List.copyOf(wireFaults);
  }

  /** Every option as it was observed or documented most often. */
  public static SandboxBehavior defaults() {
    return builder().build();
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options; those not set keep their defaults. */
  public static final class Builder {
    private AcknowledgmentForm acknowledgment = AcknowledgmentForm.ITEM;
    private Duration syncWindow = Duration.ofMinutes(2);
    private FailurePlacement failurePlacement = FailurePlacement.ERRORS;
    private ResultOrder resultOrder = ResultOrder.STABLE;
    private Duration stagger = Duration.ZERO;
    private UnknownTaskPolicy unknownTask = UnknownTaskPolicy.EMPTY;
    private UnknownMediaPolicy unknownMedia = UnknownMediaPolicy.ACCEPTED;
    private UnknownModelPolicy unknownModel = UnknownModelPolicy.REFUSED;
    private LegacyNamePolicy legacyNames = LegacyNamePolicy.ACCEPTED;
    private ConflictWindow conflictWindow = ConflictWindow.FOREVER;
    private MixedStatus mixedStatus = MixedStatus.OK;
    private EmptyErrors emptyErrors = EmptyErrors.ABSENT;
    private ErrorParameterForm errorParameterForm = ErrorParameterForm.FIRST;
    private UuidCheck uuidCheck = UuidCheck.STRICT;
    private WebhookBody webhookBody = WebhookBody.WRAPPED;
    private WebhookOrder webhookOrder = WebhookOrder.AS_FINISHED;
    private int webhookCopies = 1;
    private WebhookNotice webhookNotice = WebhookNotice.NONE;
    private RenderFailure renderFailure = RenderFailure.NONE;
    private WebSocketBehavior webSocket = WebSocketBehavior.defaults();
    private List<WireFault> wireFaults = List.of();
    private FaultInjection faultInjection = FaultInjection.NONE;

    private Builder() {}

    /** What {@code data} holds when a task is accepted. */
    public Builder acknowledgment(AcknowledgmentForm ack) {
      this.acknowledgment = ack;
      return this;
    }

    /** How long the reply to a submission waits for results; two minutes unless set. */
    public Builder syncWindow(Duration syncWindow) {
      this.syncWindow = syncWindow;
      return this;
    }

    /** Where a poll reports a result that failed to render. */
    public Builder failurePlacement(FailurePlacement failurePlacement) {
      this.failurePlacement = failurePlacement;
      return this;
    }

    /** The order of a task's results in the reply to a poll. */
    public Builder resultOrder(ResultOrder resultOrder) {
      this.resultOrder = resultOrder;
      return this;
    }

    /** How much later each result of a task is finished than the one before it. */
    public Builder stagger(Duration stagger) {
      this.stagger = stagger;
      return this;
    }

    /** The reply to a poll for a task that was never submitted. */
    public Builder unknownTask(UnknownTaskPolicy unknownTask) {
      this.unknownTask = unknownTask;
      return this;
    }

    /** What becomes of a task whose input is a UUID that nothing is stored under. */
    public Builder unknownMedia(UnknownMediaPolicy unknownMedia) {
      this.unknownMedia = unknownMedia;
      return this;
    }

    /** What becomes of a task for a model that no spec describes. */
    public Builder unknownModel(UnknownModelPolicy unknownModel) {
      this.unknownModel = unknownModel;
      return this;
    }

    /** What becomes of a task with names of earlier days. */
    public Builder legacyNames(LegacyNamePolicy legacyNames) {
      this.legacyNames = legacyNames;
      return this;
    }

    /** How long a task's UUID cannot be used again. */
    public Builder conflictWindow(ConflictWindow conflictWindow) {
      this.conflictWindow = conflictWindow;
      return this;
    }

    /** The HTTP status when only some tasks are accepted. */
    public Builder mixedStatus(MixedStatus mixedStatus) {
      this.mixedStatus = mixedStatus;
      return this;
    }

    /** Whether a reply without errors has the key. */
    public Builder emptyErrors(EmptyErrors emptyErrors) {
      this.emptyErrors = emptyErrors;
      return this;
    }

    /** How an error names its parameters. */
    public Builder errorParameterForm(ErrorParameterForm parameterForm) {
      this.errorParameterForm = parameterForm;
      return this;
    }

    /** Which UUIDs a task may have. */
    public Builder uuidCheck(UuidCheck uuidCheck) {
      this.uuidCheck = uuidCheck;
      return this;
    }

    /** The form of what is sent to a webhook. */
    public Builder webhookBody(WebhookBody webhookBody) {
      this.webhookBody = webhookBody;
      return this;
    }

    /** The order in which a task's results are sent to its webhook. */
    public Builder webhookOrder(WebhookOrder webhookOrder) {
      this.webhookOrder = webhookOrder;
      return this;
    }

    /** How often each result is sent to the webhook, though it was confirmed; once unless set. */
    public Builder webhookCopies(int webhookCopies) {
      this.webhookCopies = webhookCopies;
      return this;
    }

    /** Whether the webhook is notified of a task before it has results. */
    public Builder webhookNotice(WebhookNotice webhookNotice) {
      this.webhookNotice = webhookNotice;
      return this;
    }

    /** How many results of every task fail, and how. */
    public Builder renderFailure(RenderFailure renderFailure) {
      this.renderFailure = renderFailure;
      return this;
    }

    /** How it behaves over WebSocket. */
    public Builder webSocket(WebSocketBehavior socket) {
      this.webSocket = socket;
      return this;
    }

    /** Faults on the wire, in the order in which they are applied. */
    public Builder wireFaults(WireFault... wireFaults) {
      this.wireFaults = List.of(wireFaults);
      return this;
    }

    /** Random faults on the wire. */
    public Builder faultInjection(FaultInjection faultInjection) {
      this.faultInjection = faultInjection;
      return this;
    }

    /** The behavior with the options set so far. */
    public SandboxBehavior build() {
      return new SandboxBehavior(
          acknowledgment,
          syncWindow,
          failurePlacement,
          resultOrder,
          stagger,
          unknownTask,
          unknownMedia,
          unknownModel,
          legacyNames,
          conflictWindow,
          mixedStatus,
          emptyErrors,
          errorParameterForm,
          uuidCheck,
          webhookBody,
          webhookOrder,
          webhookCopies,
          webhookNotice,
          renderFailure,
          webSocket,
          wireFaults,
          faultInjection);
    }
  }
}
