import * as E from 'fp-ts/lib/Either.js'
import { laterDay } from '../../shared/index.ts'
import type { AnswerSurvey, SendSurvey } from '../commands.ts'
import type { EngagementRejection } from '../rejections.ts'
import type { Engagement } from '../state.ts'
import { once, type Decision } from './decision.ts'

const refusalOf = (command: SendSurvey): EngagementRejection | undefined => {
  const { lowest, highest, channel, consented } = command
  const isSound = Number.isSafeInteger(lowest) && Number.isSafeInteger(highest) && lowest >= 0
  if (!isSound || lowest >= highest) return { type: 'ScaleUnsound', lowest, highest }
  return consented.includes(channel) ? undefined : { type: 'NoConsent', channel }
}

/** Asks a customer. Rejects: `ScaleUnsound`, `NoConsent`, `ConflictingDuplicate`. */
export const send = (command: SendSurvey, engagement: Engagement): Decision => {
  const { type: _, consented: _evidence, ...facts } = command
  return once({ type: 'SurveySent', ...facts }, engagement, refusalOf(command))
}

/**
 * The customer answers, once a survey. However late, the answer belongs to the day of sending.
 *
 * Rejects: `SurveyUnknown`, `ScoreOutOfRange`, `AlreadyAnswered` with another score. Source: domain 0-23.
 */
export const answer = (command: AnswerSurvey, { surveys }: Engagement): Decision => {
  const { customerId, surveyId, score, words } = command
  const survey = surveys.get(surveyId)
  if (survey === undefined) return E.left({ type: 'SurveyUnknown', surveyId })
  const { kind, lowest, highest, sentOn, score: recorded } = survey
  if (recorded === score) return E.right([])
  if (recorded !== null)
    return E.left({ type: 'AlreadyAnswered', surveyId, recorded, offered: score })
  if (!Number.isSafeInteger(score) || score < lowest || score > highest)
    return E.left({ type: 'ScoreOutOfRange', score, lowest, highest })
  const effectiveOn = laterDay(command.effectiveOn, sentOn)
  const about = { effectiveOn, customerId, surveyId, kind, lowest, highest }
  return E.right([{ type: 'SurveyAnswered', ...about, sentOn, score, words }])
}
