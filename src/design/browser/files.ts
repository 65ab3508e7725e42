import { say } from './page.ts';

const longestSides = [2400, 1800, 1400, 1100];
const qualities = [0.85, 0.7, 0.55];

/** Draws a photo smaller until it fits; the photo itself when nothing helps or the browser cannot read it. */
async function shrink(photo: File, maxBytes: number): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(photo.type) || photo.size <= maxBytes) return photo;
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const canvas = document.createElement('canvas');
    for (const side of longestSides) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const pen = canvas.getContext('2d');
      if (!pen) return photo;
      // JPEG knows no transparency: paper is white.
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      for (const quality of qualities) {
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
        if (blob && blob.size <= maxBytes)
          return new File([blob], photo.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
      }
    }
  } catch {
    // The server takes the photo as it is, or says why not.
  }
  return photo;
}

function showError(input: HTMLInputElement, text: string): void {
  const id = `${input.id}-too-big`;
  let line = document.getElementById(id);
  if (!line) {
    if (text === '') return;
    line = document.createElement('p');
    line.id = id;
    line.className = 'mc-error';
    line.setAttribute('role', 'alert');
    input.before(line);
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }
  say(line, text);
  line.hidden = text === '';
  input.toggleAttribute('aria-invalid', text !== '');
  if (text !== '') input.setAttribute('aria-invalid', 'true');
}

/** Photos above `data-shrink` bytes are made smaller; files above `data-max-bytes` are put back with a sentence. */
export function watchFiles(input: HTMLInputElement): void {
  const changed = async (): Promise<void> => {
    const { shrink: shrinkTo, maxBytes, tooBig } = input.dataset;
    const chosen = [...(input.files ?? [])];
    const form = input.form;
    // The form waits while photos are drawn: what is sent is what was meant.
    if (form) form.dataset.busy = '';
    const files = shrinkTo ? await Promise.all(chosen.map((file) => shrink(file, Number(shrinkTo)))) : chosen;
    const fits = files.every((file) => !maxBytes || file.size <= Number(maxBytes));
    if (!fits) input.value = '';
    else if (files.some((file, i) => file !== chosen[i])) {
      const list = new DataTransfer();
      for (const file of files) list.items.add(file);
      input.files = list.files;
    }
    showError(input, fits ? '' : (tooBig ?? ''));
    if (form) {
      delete form.dataset.busy;
      form.dispatchEvent(new Event('mc-ready'));
    }
  };
  input.addEventListener('change', () => void changed());
}
