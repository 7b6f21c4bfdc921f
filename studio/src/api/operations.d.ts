// Made by `npm run api-types` from the description that the server gives of itself. Do not edit.

export interface Operations {
  activateVersion: {
    params: { id: string };
    query: undefined;
    body: {
      steps?: (
        { step: string; fate: 'finish' | 'restart' } | { step: string; fate: 'move'; to: string; stay?: boolean }
      )[];
      message?: Record<string, string>;
      version: string;
    };
    answer: {
      id: string;
      agent: string;
      from: string | null;
      to: string;
      author: string;
      state: 'asking' | 'asked';
      createdAt: string;
    };
  };
  addComment: {
    params: { id: string; thread: string };
    query: undefined;
    body: { id: string; text: string };
    answer: {
      id: string;
      step: string | null;
      stepName: string | null;
      status: 'open' | 'resolved';
      resolved: { by: { id: string; name: string }; at: string } | null;
      comments: {
        id: string;
        author: { id: string; name: string };
        text: string;
        mentions: { id: string; name: string }[];
        at: string;
        editedAt: string | null;
      }[];
    };
  };
  addCuratedAnswer: {
    params: { base: string };
    query: undefined;
    body: { locale: string; question: string; alternatives?: string[]; answer: string };
    answer: { locale: string; question: string; alternatives?: string[]; answer: string; id: string };
  };
  answerQuestion: {
    params: undefined;
    query: undefined;
    body: { query: string; kb_limit?: number; temperature?: number; locale?: string };
    answer: {
      reply: string;
      used_context: string[];
      kb_hits: { id: string; source: string; chunk: string; score: number }[];
      escalated: boolean;
      reason: string | null;
    };
  };
  beginThread: {
    params: { id: string };
    query: undefined;
    body: { id: string; step?: string | null; text: string };
    answer: {
      id: string;
      step: string | null;
      stepName: string | null;
      status: 'open' | 'resolved';
      resolved: { by: { id: string; name: string }; at: string } | null;
      comments: {
        id: string;
        author: { id: string; name: string };
        text: string;
        mentions: { id: string; name: string }[];
        at: string;
        editedAt: string | null;
      }[];
    };
  };
  changePassword: {
    params: undefined;
    query: undefined;
    body: { current: string; next: string };
    answer: { ok: true };
  };
  checkChannel: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      name: string;
      agent: string;
      plugin: string;
      connection: string;
      kind: string;
      mode: 'webhook' | 'poll';
      state: 'untried' | 'well' | 'failing' | 'dead' | 'paused';
      webhook: string | null;
      waiting: number;
      undelivered: number;
      lagMs: number;
      lastInAt: string | null;
      lastOutAt: string | null;
      checkedAt: string | null;
      failures: number;
      lastError: { code: string; message: string; at: string } | null;
      deadSince: string | null;
    };
  };
  checkConnection: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: { ok: boolean; ms: number; code?: string; message?: string };
  };
  countLiveConversations: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: { agents: { agent: string; live: number }[] };
  };
  countThreads: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: { steps: { step: string | null; threads: number }[] };
  };
  createAgent: {
    params: undefined;
    query: undefined;
    body: {
      slug: string;
      name: string;
      description?: string;
      shownAs?: Record<string, { name: string; description?: string }>;
      scenario?: string | null;
      version?: string | null;
      variables?: Record<string, unknown>;
      turnTaking?: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
      model?: string | null;
      web?: boolean;
    };
    answer: {
      id: string;
      slug: string;
      name: string;
      description: string;
      shownAs: Record<string, { name: string; description?: string }>;
      scenario: string | null;
      version: string | null;
      experiment: string | null;
      variables: Record<string, unknown>;
      turnTaking: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
      model: string | null;
      web: boolean;
      updatedAt: string;
    };
  };
  createAgentFromTemplate: {
    params: undefined;
    query: undefined;
    body: { template: string; slug: string; name: string };
    answer: { id: string; slug: string; scenario: string | null };
  };
  createBlock: {
    params: undefined;
    query: undefined;
    body: { name: string };
    answer: { id: string; name: string; agents: string[] };
  };
  createChannel: {
    params: undefined;
    query: undefined;
    body: { name: string; agent: string; connection: string; kind: string; mode?: 'webhook' | 'poll' };
    answer: {
      id: string;
      name: string;
      agent: string;
      plugin: string;
      connection: string;
      kind: string;
      mode: 'webhook' | 'poll';
      state: 'untried' | 'well' | 'failing' | 'dead' | 'paused';
      webhook: string | null;
      waiting: number;
      undelivered: number;
      lagMs: number;
      lastInAt: string | null;
      lastOutAt: string | null;
      checkedAt: string | null;
      failures: number;
      lastError: { code: string; message: string; at: string } | null;
      deadSince: string | null;
    };
  };
  createConnection: {
    params: undefined;
    query: undefined;
    body: { name: string; plugin: string; config?: Record<string, unknown> };
    answer: {
      id: string;
      name: string;
      plugin: string;
      config: Record<string, unknown>;
      secrets: string[];
      updatedAt: string;
    };
  };
  createExperiment: {
    params: undefined;
    query: undefined;
    body: {
      name: string;
      hypothesis?: string;
      variants: { name: string; version: string; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect?: number;
      agent: string;
    };
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  createKnowledgeBase: {
    params: undefined;
    query: undefined;
    body: {
      key: string;
      title: string;
      source?:
        { kind: 'documents' } | { kind: 'retriever'; plugin: string; connection?: string | null; retriever: string };
    };
    answer: {
      id: string;
      key: string;
      title: string;
      source:
        { kind: 'documents' } | { kind: 'retriever'; plugin: string; connection?: string | null; retriever: string };
    };
  };
  createScenario: {
    params: undefined;
    query: undefined;
    body: { document: Record<string, unknown> } | { text: string; format: 'json' | 'yaml' };
    answer: {
      id: string;
      key: string;
      name: string;
      draftRevision: number;
      latest: number;
      updatedAt: string;
      draft: Record<string, unknown>;
      imported?: string;
    };
  };
  createUser: {
    params: undefined;
    query: undefined;
    body: { email: string; name: string; password: string; roles: ('admin' | 'editor' | 'viewer' | 'operator')[] };
    answer: {
      id: string;
      email: string;
      name: string;
      roles: ('admin' | 'editor' | 'viewer' | 'operator')[];
      disabled: boolean;
    };
  };
  editComment: {
    params: { id: string; thread: string; comment: string };
    query: undefined;
    body: { text: string };
    answer: {
      id: string;
      step: string | null;
      stepName: string | null;
      status: 'open' | 'resolved';
      resolved: { by: { id: string; name: string }; at: string } | null;
      comments: {
        id: string;
        author: { id: string; name: string };
        text: string;
        mentions: { id: string; name: string }[];
        at: string;
        editedAt: string | null;
      }[];
    };
  };
  exportScenario: {
    params: { id: string };
    query: { format?: 'json' | 'yaml' };
    body: undefined;
    answer: { text: string };
  };
  finishExperiment: {
    params: { id: string };
    query: undefined;
    body: { promote?: string | null };
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  getAgent: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      slug: string;
      name: string;
      description: string;
      shownAs: Record<string, { name: string; description?: string }>;
      scenario: string | null;
      version: string | null;
      experiment: string | null;
      variables: Record<string, unknown>;
      turnTaking: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
      model: string | null;
      web: boolean;
      updatedAt: string;
    };
  };
  getChannel: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      name: string;
      agent: string;
      plugin: string;
      connection: string;
      kind: string;
      mode: 'webhook' | 'poll';
      state: 'untried' | 'well' | 'failing' | 'dead' | 'paused';
      webhook: string | null;
      waiting: number;
      undelivered: number;
      lagMs: number;
      lastInAt: string | null;
      lastOutAt: string | null;
      checkedAt: string | null;
      failures: number;
      lastError: { code: string; message: string; at: string } | null;
      deadSince: string | null;
    };
  };
  getConversation: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      agent: string;
      channel: string;
      contact: string;
      locale: string;
      status: 'open' | 'closed';
      outcome?: string;
      steps: string[];
      lastSeq: number;
      updatedAt: string;
    };
  };
  getDocument: {
    params: { base: string; id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      name: string;
      title: string;
      source: string;
      url: string | null;
      language: string;
      size: number;
      status: 'queued' | 'reading' | 'ready' | 'failed';
      progress: { done: number; total: number };
      pages: number;
      chunks: number;
      problem: { code: string; message: { en: string; ru: string }; next: { en: string; ru: string } } | null;
      updatedAt: string;
    };
  };
  getExperiment: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  getExperimentResults: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      variants: {
        id: string;
        name: string;
        version: string;
        scenario: string;
        number: number;
        weight: number;
        contacts: number;
        runs: number;
        failures: number;
        conversions: number;
        rate: number | null;
        interval: number[];
        comparison: {
          difference: number;
          interval: number[];
          p: number;
          alwaysP: number;
          alwaysInterval: number[];
          verdict: 'better' | 'worse' | 'same' | 'open';
          more: number | null;
        } | null;
      }[];
      verdict: {
        kind: 'better' | 'no-difference' | 'open';
        variant: string | null;
        more: number | null;
        fewest: number;
      };
      split: { p: number; isPlanned: boolean };
    };
  };
  getExperimentSize: {
    params: undefined;
    query: { rate?: number | null; minimalEffect: number; weights: string };
    body: undefined;
    answer: { contacts: number | null };
  };
  getGoldenQuestions: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: {
      questions: { locale: string; question: string; expect: string | null }[];
      quality: { questions: number; recallAt5: number; mrr: number; refused: number | null };
    };
  };
  getImport: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      at: string;
      report: {
        format: 'json' | 'yaml' | 'bpmn' | 'typebot' | 'flowise' | null;
        nodes: {
          node: string;
          kind: string;
          name: string;
          became: 'mapped' | 'partly' | 'not_mapped';
          steps: string[];
          remarks: {
            code: string;
            severity: 'error' | 'warning' | 'info';
            message: { en: string; ru: string };
            hint: { en: string; ru: string };
          }[];
        }[];
        problems: {
          code: string;
          severity: 'error' | 'warning' | 'info';
          message: { en: string; ru: string };
          hint: { en: string; ru: string };
          place: Record<string, unknown>;
        }[];
      };
    };
  };
  getKeptDraft: {
    params: { id: string; kept: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      scenario: string;
      author: string;
      note: string;
      createdAt: string;
      document: Record<string, unknown>;
    };
  };
  getModelSettings: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      chat?: string | null;
      embeddings?: string | null;
      cheaper?: string | null;
      budget?: { cost?: number | null; tokens?: number | null };
    };
  };
  getModelUsage: {
    params: undefined;
    query: { month?: string };
    body: undefined;
    answer: {
      usage: {
        connection: string;
        model: string;
        calls: number;
        inputTokens: number;
        outputTokens: number;
        cost: number;
      }[];
    };
  };
  getOrganisation: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: { id: string; number: number; slug: string; name: string };
  };
  getScenario: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      key: string;
      name: string;
      draftRevision: number;
      latest: number;
      updatedAt: string;
      draft: Record<string, unknown>;
      imported?: string;
    };
  };
  getTemplate: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      title: { en: string; ru: string };
      summary: { en: string; ru: string };
      locales: string[];
      steps: number;
      actions: string[];
      cases: { name: string; locale: string; given: Record<string, unknown> }[];
      document: Record<string, unknown>;
    };
  };
  getTrace: {
    params: { id: string };
    query: { after?: string; limit?: number };
    body: undefined;
    answer: {
      turns: {
        id: string;
        run: string;
        entries: {
          at: number;
          event: string;
          scenario: string;
          step: string;
          token: string;
          kind: 'entered' | 'left' | 'waiting' | 'failed' | 'ignored' | 'missing-text' | 'moved' | 'not-moved';
          exit?: string;
          flow?: string;
          detail?: unknown;
        }[];
      }[];
      more: boolean;
    };
  };
  getVersion: {
    params: { id: string; version: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      scenario: string;
      author: string;
      note: string;
      createdAt: string;
      number: number;
      document: Record<string, unknown>;
    };
  };
  handBack: {
    params: { id: string };
    query: undefined;
    body: { id: string };
    answer: {
      id: string;
      seq: number;
      duplicate: boolean;
      replies?: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq?: number;
    };
  };
  importScenario: {
    params: undefined;
    query: undefined;
    body: {
      text: string;
      format?: 'json' | 'yaml' | 'bpmn' | 'typebot' | 'flowise';
      name?: string;
      into?: { scenario: string; revision: number };
    };
    answer: {
      scenario: {
        id: string;
        key: string;
        name: string;
        draftRevision: number;
        latest: number;
        updatedAt: string;
        draft: Record<string, unknown>;
        imported?: string;
      };
      report: {
        format: 'json' | 'yaml' | 'bpmn' | 'typebot' | 'flowise' | null;
        nodes: {
          node: string;
          kind: string;
          name: string;
          became: 'mapped' | 'partly' | 'not_mapped';
          steps: string[];
          remarks: {
            code: string;
            severity: 'error' | 'warning' | 'info';
            message: { en: string; ru: string };
            hint: { en: string; ru: string };
          }[];
        }[];
        problems: {
          code: string;
          severity: 'error' | 'warning' | 'info';
          message: { en: string; ru: string };
          hint: { en: string; ru: string };
          place: Record<string, unknown>;
        }[];
      };
    };
  };
  importUrl: {
    params: { base: string };
    query: undefined;
    body: { url: string };
    answer: {
      id: string;
      name: string;
      title: string;
      source: string;
      url: string | null;
      language: string;
      size: number;
      status: 'queued' | 'reading' | 'ready' | 'failed';
      progress: { done: number; total: number };
      pages: number;
      chunks: number;
      problem: { code: string; message: { en: string; ru: string }; next: { en: string; ru: string } } | null;
      updatedAt: string;
    };
  };
  keepDraft: {
    params: { id: string };
    query: undefined;
    body: { note?: string };
    answer: { id: string; scenario: string; author: string; note: string; createdAt: string };
  };
  lintScenario: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      problems: {
        code: string;
        severity: 'error' | 'warning' | 'info';
        place: Record<string, unknown>;
        message: { en: string; ru: string };
        hint: { en: string; ru: string };
      }[];
    };
  };
  listActivations: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      activations: {
        id: string;
        agent: string;
        from: string | null;
        to: string;
        author: string;
        state: 'asking' | 'asked';
        createdAt: string;
      }[];
      progress: {
        toCome: number;
        pending: number;
        moved: number;
        restarted: number;
        finishing: number;
        over: number;
      } | null;
    };
  };
  listAgents: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      agents: {
        id: string;
        slug: string;
        name: string;
        description: string;
        shownAs: Record<string, { name: string; description?: string }>;
        scenario: string | null;
        version: string | null;
        experiment: string | null;
        variables: Record<string, unknown>;
        turnTaking: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
        model: string | null;
        web: boolean;
        updatedAt: string;
      }[];
    };
  };
  listBlocks: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: { blocks: { id: string; name: string; agents: string[] }[] };
  };
  listCases: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: { cases: { key: string; updatedAt: string; given: Record<string, unknown> }[] };
  };
  listChannels: {
    params: undefined;
    query: { agent?: string };
    body: undefined;
    answer: {
      channels: {
        id: string;
        name: string;
        agent: string;
        plugin: string;
        connection: string;
        kind: string;
        mode: 'webhook' | 'poll';
        state: 'untried' | 'well' | 'failing' | 'dead' | 'paused';
        webhook: string | null;
        waiting: number;
        undelivered: number;
        lagMs: number;
        lastInAt: string | null;
        lastOutAt: string | null;
        checkedAt: string | null;
        failures: number;
        lastError: { code: string; message: string; at: string } | null;
        deadSince: string | null;
      }[];
    };
  };
  listConnectionModels: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: { models: { id: string; kind: 'chat' | 'embeddings'; contextTokens?: number }[] };
  };
  listConnections: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      connections: {
        id: string;
        name: string;
        plugin: string;
        config: Record<string, unknown>;
        secrets: string[];
        updatedAt: string;
      }[];
    };
  };
  listConversations: {
    params: undefined;
    query: { agent?: string; status?: 'open' | 'closed'; before?: string; limit?: number };
    body: undefined;
    answer: {
      conversations: {
        id: string;
        agent: string;
        channel: string;
        contact: string;
        locale: string;
        status: 'open' | 'closed';
        outcome?: string;
        steps: string[];
        lastSeq: number;
        updatedAt: string;
      }[];
    };
  };
  listCuratedAnswers: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: { curated: { locale: string; question: string; alternatives?: string[]; answer: string; id: string }[] };
  };
  listDocuments: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: {
      documents: {
        id: string;
        name: string;
        title: string;
        source: string;
        url: string | null;
        language: string;
        size: number;
        status: 'queued' | 'reading' | 'ready' | 'failed';
        progress: { done: number; total: number };
        pages: number;
        chunks: number;
        problem: { code: string; message: { en: string; ru: string }; next: { en: string; ru: string } } | null;
        updatedAt: string;
      }[];
    };
  };
  listExperiments: {
    params: undefined;
    query: { agent?: string };
    body: undefined;
    answer: {
      experiments: {
        id: string;
        agent: string;
        name: string;
        hypothesis: string;
        variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
        goals: { kind: 'outcome' | 'event'; name: string }[];
        minimalEffect: number;
        status: 'draft' | 'running' | 'paused' | 'finished';
        broken: string | null;
        startedAt: string | null;
        finishedAt: string | null;
        promoted: string | null;
        updatedAt: string;
      }[];
    };
  };
  listKeptDrafts: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: { kept: { id: string; scenario: string; author: string; note: string; createdAt: string }[] };
  };
  listKnowledgeBases: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      bases: {
        id: string;
        key: string;
        title: string;
        source:
          { kind: 'documents' } | { kind: 'retriever'; plugin: string; connection?: string | null; retriever: string };
      }[];
    };
  };
  listLive: {
    params: { id: string };
    query: { version?: string };
    body: undefined;
    answer: {
      agents: {
        agent: { id: string; name: string };
        version: string;
        conversations: number;
        steps: {
          step: string;
          name: string;
          type: string;
          conversations: number;
          change: 'unchanged' | 'changed' | 'removed';
          parts: ('config' | 'exits' | 'texts')[];
          proposal:
            { step: string; fate: 'finish' | 'restart' } | { step: string; fate: 'move'; to: string; stay?: boolean };
        }[];
      }[];
    };
  };
  listMembers: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: { members: { id: string; name: string }[] };
  };
  listMessages: {
    params: { id: string };
    query: { after?: number | null; before?: number; limit?: number };
    body: undefined;
    answer: {
      messages: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq: number;
      more: boolean;
    };
  };
  listModelCalls: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      calls: {
        inputTokens: number;
        outputTokens: number;
        cost: number;
        id: string;
        connection: string;
        model: string;
        prompt?: unknown;
        reply?: unknown;
        ms: number;
        at: string;
      }[];
    };
  };
  listParked: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: { parked: { id: string; conversation: string; reason: string; attempts: number; at: string }[] };
  };
  listPlugins: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      plugins: {
        id: string;
        version: string;
        title: Record<string, string>;
        description: Record<string, string>;
        config: Record<string, unknown> | null;
        actions: {
          name: string;
          title: Record<string, string>;
          description: Record<string, string>;
          input?: unknown;
          output?: unknown;
        }[];
        models: string[];
        retrievers: { id: string; title: Record<string, string> }[];
        channels: { id: string; title: Record<string, string>; modes: ('webhook' | 'poll')[] }[];
        state: {
          calls: number;
          failures: number;
          lastError: { code: string; at: string } | null;
          p50: number;
          p99: number;
        } | null;
        process: { running: boolean; restarts: number; lastEnd: { reason: string; at: string } | null } | null;
      }[];
      refused: { name: string; code: string; message: string }[];
    };
  };
  listReindexings: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: {
      reports: {
        id: string;
        status: 'running' | 'done';
        before: { questions: number; recallAt5: number; mrr: number; refused: number | null };
        after: { questions: number; recallAt5: number; mrr: number; refused: number | null } | null;
        lost: string[];
        createdAt: string;
      }[];
    };
  };
  listScenarios: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      scenarios: { id: string; key: string; name: string; draftRevision: number; latest: number; updatedAt: string }[];
    };
  };
  listTemplates: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      templates: {
        id: string;
        title: { en: string; ru: string };
        summary: { en: string; ru: string };
        locales: string[];
        steps: number;
        actions: string[];
        cases: { name: string; locale: string }[];
      }[];
    };
  };
  listThreads: {
    params: { id: string };
    query: { status?: 'open' | 'resolved'; step?: string; before?: string; limit?: number };
    body: undefined;
    answer: {
      threads: {
        id: string;
        step: string | null;
        stepName: string | null;
        status: 'open' | 'resolved';
        resolved: { by: { id: string; name: string }; at: string } | null;
        comments: {
          id: string;
          author: { id: string; name: string };
          text: string;
          mentions: { id: string; name: string }[];
          at: string;
          editedAt: string | null;
        }[];
      }[];
      next: string | null;
    };
  };
  listTickets: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      tickets: {
        id: string;
        conversation: string;
        reason: string;
        priority: string;
        status: 'open' | 'closed';
        createdAt: string;
      }[];
    };
  };
  listUndelivered: {
    params: undefined;
    query: { channel?: string };
    body: undefined;
    answer: {
      undelivered: {
        id: string;
        channel: string;
        conversation: string;
        text: string;
        attempts: number;
        error?: { code: string; message: string };
        at: string;
      }[];
    };
  };
  listUsers: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      users: {
        id: string;
        email: string;
        name: string;
        roles: ('admin' | 'editor' | 'viewer' | 'operator')[];
        disabled: boolean;
      }[];
    };
  };
  listVersions: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      versions: { id: string; scenario: string; author: string; note: string; createdAt: string; number: number }[];
    };
  };
  login: {
    params: undefined;
    query: undefined;
    body: { email: string; password: string; tenant?: string | number };
    answer: {
      access_token: string;
      refresh_token: string;
      token_type: 'Bearer';
      expires_in: number;
      user: { id: string; email: string; name: string; roles: ('admin' | 'editor' | 'viewer' | 'operator')[] };
      tenant: { id: string; number: number; slug: string; name: string };
    };
  };
  logout: { params: undefined; query: undefined; body: { refresh_token: string }; answer: { ok: true } };
  mergeBlocks: {
    params: { id: string };
    query: undefined;
    body: { from: string };
    answer: { id: string; name: string; agents: string[] };
  };
  openConversation: {
    params: undefined;
    query: undefined;
    body: { agent: string; locale?: string | string[]; token?: string };
    answer: {
      conversation: {
        id: string;
        agent: { id: string; name: string };
        locale: string;
        locales: string[];
        status: 'open' | 'closed';
        lastSeq: number;
      };
      token: string;
    };
  };
  pauseExperiment: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  publishEvent: {
    params: undefined;
    query: undefined;
    body: { id: string; name: string; key?: string; contact?: string; data?: unknown };
    answer: { delivered: number; started: number };
  };
  publishScenario: {
    params: { id: string };
    query: undefined;
    body: {
      note?: string;
      revision?: number;
      activate?: {
        steps?: (
          { step: string; fate: 'finish' | 'restart' } | { step: string; fate: 'move'; to: string; stay?: boolean }
        )[];
        message?: Record<string, string>;
        agent: string;
      }[];
    };
    answer: {
      id: string;
      scenario: string;
      author: string;
      note: string;
      createdAt: string;
      number: number;
      activations: {
        id: string;
        agent: string;
        from: string | null;
        to: string;
        author: string;
        state: 'asking' | 'asked';
        createdAt: string;
      }[];
    };
  };
  queryModel: {
    params: undefined;
    query: undefined;
    body: { prompt: string; instructions?: string; model?: string; temperature?: number; max_tokens?: number };
    answer: { text: string; model: string; usage: { inputTokens: number; outputTokens: number; cost: number } };
  };
  queryRetriever: {
    params: undefined;
    query: undefined;
    body: { query: string; limit?: number; locale?: string; retriever?: string; connection?: string };
    answer: { results: { id: string; source: string; title: string; chunk: string; score: number }[] };
  };
  refresh: {
    params: undefined;
    query: undefined;
    body: { refresh_token: string };
    answer: { access_token: string; refresh_token: string; token_type: 'Bearer'; expires_in: number };
  };
  reindexKnowledge: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      status: 'running' | 'done';
      before: { questions: number; recallAt5: number; mrr: number; refused: number | null };
      after: { questions: number; recallAt5: number; mrr: number; refused: number | null } | null;
      lost: string[];
      createdAt: string;
    };
  };
  removeAgent: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeBlock: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeCase: { params: { id: string; key: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeChannel: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeComment: {
    params: { id: string; thread: string; comment: string };
    query: undefined;
    body: undefined;
    answer: { ok: true };
  };
  removeConnection: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeCuratedAnswer: {
    params: { base: string; id: string };
    query: undefined;
    body: undefined;
    answer: { ok: true };
  };
  removeDocument: { params: { base: string; id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeExperiment: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  removeKnowledgeBase: { params: { base: string }; query: undefined; body: undefined; answer: { ok: true } };
  repeatImport: {
    params: { base: string; id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      name: string;
      title: string;
      source: string;
      url: string | null;
      language: string;
      size: number;
      status: 'queued' | 'reading' | 'ready' | 'failed';
      progress: { done: number; total: number };
      pages: number;
      chunks: number;
      problem: { code: string; message: { en: string; ru: string }; next: { en: string; ru: string } } | null;
      updatedAt: string;
    };
  };
  resolveThread: {
    params: { id: string; thread: string };
    query: undefined;
    body: { status: 'open' | 'resolved' };
    answer: {
      id: string;
      step: string | null;
      stepName: string | null;
      status: 'open' | 'resolved';
      resolved: { by: { id: string; name: string }; at: string } | null;
      comments: {
        id: string;
        author: { id: string; name: string };
        text: string;
        mentions: { id: string; name: string }[];
        at: string;
        editedAt: string | null;
      }[];
    };
  };
  retryParked: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      seq: number;
      duplicate: boolean;
      replies?: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq?: number;
    };
  };
  retryUndelivered: { params: { id: string }; query: undefined; body: undefined; answer: { ok: true } };
  runAgent: {
    params: { id: string };
    query: undefined;
    body: {
      id: string;
      command: string;
      values?: Record<string, unknown>;
      contact: string;
      locale?: string | string[];
      wait?: number;
    };
    answer: {
      id: string;
      seq: number;
      duplicate: boolean;
      replies?: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq?: number;
      conversation: string;
    };
  };
  saveCase: {
    params: { id: string; key: string };
    query: undefined;
    body: Record<string, unknown>;
    answer: { key: string; updatedAt: string; given: Record<string, unknown> };
  };
  saveDraft: {
    params: { id: string };
    query: undefined;
    body: {
      revision: number;
      source: { document: Record<string, unknown> } | { text: string; format: 'json' | 'yaml' };
    };
    answer: {
      id: string;
      key: string;
      name: string;
      draftRevision: number;
      latest: number;
      updatedAt: string;
      draft: Record<string, unknown>;
      imported?: string;
    };
  };
  saveModelSettings: {
    params: undefined;
    query: undefined;
    body: {
      chat?: string | null;
      embeddings?: string | null;
      cheaper?: string | null;
      budget?: { cost?: number | null; tokens?: number | null };
    };
    answer: {
      chat?: string | null;
      embeddings?: string | null;
      cheaper?: string | null;
      budget?: { cost?: number | null; tokens?: number | null };
    };
  };
  searchKnowledge: {
    params: { base: string };
    query: undefined;
    body: { query: string; mode?: 'text' | 'vectors' | 'hybrid'; sources?: string[]; limit?: number; locale?: string };
    answer: {
      results: {
        id: string;
        source: string;
        title: string;
        headings: string[];
        page: number | null;
        chunk: string;
        score: number;
        text?: { place: number; score: number };
        vector?: { place: number; score: number };
        outside?: { place: number; score: number };
        url?: string;
      }[];
      answer: {
        answered: boolean;
        reply: string;
        citations: {
          chunk: string;
          source: string;
          title: string;
          quote: string;
          section?: string;
          page?: number;
          url?: string;
        }[];
        by: 'curated' | 'quotes' | 'model';
        reason: string | null;
      };
    };
  };
  searchPassages: {
    params: undefined;
    query: undefined;
    body: { query: string; limit?: number };
    answer: { results: { id: string; source: string; chunk: string; score: number }[] };
  };
  sendMessage: {
    params: { id: string };
    query: undefined;
    body: {
      id: string;
      text?: string;
      option?: string;
      attachments?: { url: string; type?: string; name?: string }[];
      wait?: number;
    };
    answer: {
      id: string;
      seq: number;
      duplicate: boolean;
      replies?: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq?: number;
    };
  };
  setGoldenQuestions: {
    params: { base: string };
    query: undefined;
    body: { questions: { locale: string; question: string; expect: string | null }[] };
    answer: { quality: { questions: number; recallAt5: number; mrr: number; refused: number | null } };
  };
  startExperiment: {
    params: { id: string };
    query: undefined;
    body: undefined;
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  switchLanguage: {
    params: { id: string };
    query: undefined;
    body: { id: string; locale: string };
    answer: {
      id: string;
      seq: number;
      duplicate: boolean;
      replies?: {
        id: string;
        seq: number;
        direction: 'in' | 'out';
        text: string;
        buttons?: { id: string; label: string; url?: string }[];
        attachments?: { url: string; type?: string; name?: string }[];
        citations?: { title: string; quote: string; section?: string; page?: number; url?: string }[];
        locale?: string;
        at: string;
        sender: { type: 'contact' | 'agent' };
        delivery?: {
          status: 'waiting' | 'sent' | 'failed';
          attempts: number;
          error?: { code: string; message: string };
        };
      }[];
      lastSeq?: number;
    };
  };
  testChannel: {
    params: { id: string };
    query: undefined;
    body: { to: string; text: string; locale?: string };
    answer: { ok: boolean; error?: { code: string; message: string } };
  };
  tryAction: {
    params: undefined;
    query: undefined;
    body: { action: string; input?: Record<string, unknown>; connection?: string; locale?: string };
    answer: { ok: boolean; output?: unknown; error?: { code: string; message: string; retryable: boolean } };
  };
  updateAgent: {
    params: { id: string };
    query: undefined;
    body: {
      slug?: string;
      name?: string;
      description?: string;
      shownAs?: Record<string, { name: string; description?: string }>;
      scenario?: string | null;
      version?: string | null;
      variables?: Record<string, unknown>;
      turnTaking?: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
      model?: string | null;
      web?: boolean;
    };
    answer: {
      id: string;
      slug: string;
      name: string;
      description: string;
      shownAs: Record<string, { name: string; description?: string }>;
      scenario: string | null;
      version: string | null;
      experiment: string | null;
      variables: Record<string, unknown>;
      turnTaking: { policy: 'each' | 'collect' | 'merge' | 'interrupt'; windowMs: number };
      model: string | null;
      web: boolean;
      updatedAt: string;
    };
  };
  updateBlock: {
    params: { id: string };
    query: undefined;
    body: { name?: string; agents?: string[] };
    answer: { id: string; name: string; agents: string[] };
  };
  updateChannel: {
    params: { id: string };
    query: undefined;
    body: { name?: string; agent?: string; mode?: 'webhook' | 'poll'; paused?: boolean };
    answer: {
      id: string;
      name: string;
      agent: string;
      plugin: string;
      connection: string;
      kind: string;
      mode: 'webhook' | 'poll';
      state: 'untried' | 'well' | 'failing' | 'dead' | 'paused';
      webhook: string | null;
      waiting: number;
      undelivered: number;
      lagMs: number;
      lastInAt: string | null;
      lastOutAt: string | null;
      checkedAt: string | null;
      failures: number;
      lastError: { code: string; message: string; at: string } | null;
      deadSince: string | null;
    };
  };
  updateConnection: {
    params: { id: string };
    query: undefined;
    body: { name?: string; config?: Record<string, unknown> };
    answer: {
      id: string;
      name: string;
      plugin: string;
      config: Record<string, unknown>;
      secrets: string[];
      updatedAt: string;
    };
  };
  updateCuratedAnswer: {
    params: { base: string; id: string };
    query: undefined;
    body: { locale: string; question: string; alternatives?: string[]; answer: string };
    answer: { locale: string; question: string; alternatives?: string[]; answer: string; id: string };
  };
  updateExperiment: {
    params: { id: string };
    query: undefined;
    body: {
      name?: string;
      hypothesis?: string;
      variants?: { name: string; version: string; weight: number }[];
      goals?: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect?: number;
    };
    answer: {
      id: string;
      agent: string;
      name: string;
      hypothesis: string;
      variants: { id: string; name: string; version: string; scenario: string; number: number; weight: number }[];
      goals: { kind: 'outcome' | 'event'; name: string }[];
      minimalEffect: number;
      status: 'draft' | 'running' | 'paused' | 'finished';
      broken: string | null;
      startedAt: string | null;
      finishedAt: string | null;
      promoted: string | null;
      updatedAt: string;
    };
  };
  updateUser: {
    params: { id: string };
    query: undefined;
    body: { name?: string; roles?: ('admin' | 'editor' | 'viewer' | 'operator')[]; disabled?: boolean };
    answer: {
      id: string;
      email: string;
      name: string;
      roles: ('admin' | 'editor' | 'viewer' | 'operator')[];
      disabled: boolean;
    };
  };
  uploadDocuments: {
    params: { base: string };
    query: undefined;
    body: undefined;
    answer: {
      documents: {
        id: string;
        name: string;
        title: string;
        source: string;
        url: string | null;
        language: string;
        size: number;
        status: 'queued' | 'reading' | 'ready' | 'failed';
        progress: { done: number; total: number };
        pages: number;
        chunks: number;
        problem: { code: string; message: { en: string; ru: string }; next: { en: string; ru: string } } | null;
        updatedAt: string;
      }[];
    };
  };
  upsertPassages: {
    params: undefined;
    query: undefined;
    body: { source: string; chunks: { content: string }[] };
    answer: { inserted: number };
  };
  whoAmI: {
    params: undefined;
    query: undefined;
    body: undefined;
    answer: {
      user: {
        id: string;
        email: string;
        name: string;
        roles: ('admin' | 'editor' | 'viewer' | 'operator')[];
        disabled: boolean;
      };
      tenant: { id: string; number: number; slug: string; name: string };
      permissions: string[];
    };
  };
}
