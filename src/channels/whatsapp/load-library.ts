// The library, loaded only where WhatsApp is used, and its client with what it does badly by itself done well.
import { rmSync } from 'node:fs';
import type { Client, ClientOptions } from 'whatsapp-web.js';

export type Library = typeof import('whatsapp-web.js');

/** What the client has beside what its types tell. */
export interface HouseClient extends Client {
  /** True while the library listens to the page; its `ready` is to be believed only then. */
  readonly listens: boolean;
  /** After the browser has ended: a session that is over leaves no profile behind. */
  wipeIfLoggedOut(): void;
}

export interface ClientParts {
  /** The profile of Chromium is kept below it; whoever has it is the account. */
  folder: string;
  options: Omit<ClientOptions, 'authStrategy'>;
  /** Called when the library is about to listen: the page is to be mended before. */
  beforeListening(client: Client): Promise<void>;
  /** What went wrong where the library would have let it end the process. */
  failed(where: 'listening' | 'injecting', error: unknown): void;
}

interface Untyped {
  attachEventListeners(): Promise<void>;
  inject(): Promise<void>;
}

export async function loadLibrary(): Promise<Library> {
  const loaded = await import('whatsapp-web.js');
  return 'default' in loaded ? (loaded.default as Library) : loaded;
}

export function createClient(library: Library, parts: ClientParts): HouseClient {
  /** The library's own deletes the profile under the running browser, and may still be at it when the next one has paired. */
  class PatientAuth extends library.LocalAuth {
    over = false;
    override logout = async (): Promise<void> => {
      this.over = true;
    };
  }
  const auth = new PatientAuth({ dataPath: parts.folder });
  const Base = library.Client as unknown as new (options: ClientOptions) => Client & Untyped;

  class Careful extends Base {
    listens = false;
    #begun = false;

    override async attachEventListeners(): Promise<void> {
      this.listens = false;
      try {
        await parts.beforeListening(this);
        await super.attachEventListeners();
        this.listens = true;
      } catch (error) {
        parts.failed('listening', error);
        throw error;
      }
    }

    /** Asked again at each navigation, where the library lets what fails end the process. */
    override async inject(): Promise<void> {
      this.listens = false;
      try {
        await super.inject();
      } catch (error) {
        if (!this.#begun) throw error;
        parts.failed('injecting', error);
      }
    }

    override async initialize(): Promise<void> {
      await super.initialize();
      this.#begun = true;
    }

    /** Keeps no copies of pages: the library's way of doing so can fail after the page is gone, with nobody to hear it. */
    async initWebVersionCache(): Promise<void> {}

    wipeIfLoggedOut(): void {
      const { userDataDir } = auth as unknown as { userDataDir?: string };
      if (auth.over && userDataDir !== undefined) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  return new Careful({ ...parts.options, authStrategy: auth }) as unknown as HouseClient;
}
