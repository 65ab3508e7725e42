/** A form's own field is filled from a drawing before the form is sent. */
export function writeBack(
  form: HTMLFormElement,
  field: HTMLTextAreaElement,
  drawing: { saveXML(options: { format: boolean }): Promise<{ readonly xml?: string | undefined }> },
): void {
  let written = false;
  // In capture: the guard that lets a form be sent once must not see this first try.
  const write = (event: SubmitEvent): void => {
    if (written) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    void drawing.saveXML({ format: true }).then(({ xml }) => {
      field.value = xml ?? field.value;
      written = true;
      // Not before this try is over: a form that is being sent takes no other.
      setTimeout(() => form.requestSubmit(button));
    });
  };
  form.addEventListener('submit', write, { capture: true });
}
